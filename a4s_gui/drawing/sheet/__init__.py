"""Sheets of paper: scale arithmetic, paper sizes, frame and title block."""
