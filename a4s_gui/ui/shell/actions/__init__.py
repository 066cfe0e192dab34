"""The one table of actions: what each is called, does, and when it is checked and enabled."""
