"""What stops a change: absolute limits, facts as accepted, quality no worse than accepted."""
