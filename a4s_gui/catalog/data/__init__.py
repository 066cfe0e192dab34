"""Reading and checking the data files of ``resources/catalog``."""
