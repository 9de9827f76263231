"""Make knowledge searchable: load, check, split, digest, plan, embed, publish, report."""
