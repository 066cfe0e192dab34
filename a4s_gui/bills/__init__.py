"""Bills of materials as other programs write them: text, spreadsheets, KiCad's files."""
