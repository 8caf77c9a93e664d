import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "").rstrip("/") or "https://example.org"
if not SITEURL.startswith(("https://", "http://")):
    sys.exit(f"SITEURL is {SITEURL!r}, but has to be a whole address, such as https://{SITEURL}.")
FEED_DOMAIN = SITEURL
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = True
