"""The published knowledge: reading it, telling its facts in fixed forms, showing it as cards."""
