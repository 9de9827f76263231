"""Starts the interface: `streamlit run ui/app.py` from the root of the repository."""

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ui.document import GuideDocument

app = st.App(Path(__file__).with_name("screen.py"), middleware=[Middleware(GuideDocument)])
