"""Make the answer: sentences from passages, notices and follow-ups from texts by people."""
