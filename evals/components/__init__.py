"""What the guide is measured on, one component a file: each asks its cases and judges them."""
