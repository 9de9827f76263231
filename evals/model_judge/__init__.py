"""A chat model as a judge of whole answers: pinned, asked several times, and never believed before
its own variance and its agreement with readers are shown. One piece of evidence beside others."""
