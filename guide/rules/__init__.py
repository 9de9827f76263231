"""What is recognised before anything is searched. Nothing here calls a model or reads files."""
