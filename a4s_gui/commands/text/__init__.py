"""What commands read and write: arguments, messages and pages of text."""
