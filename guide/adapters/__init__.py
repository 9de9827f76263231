"""The outside: vendor libraries, each behind a port, each imported when first used."""
