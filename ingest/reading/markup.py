"""Which part of a web page is the page, and which is the site around it?

Takes HTML as text, gives the parsed tree and the element that holds the content, with menus, forms, banners, hidden words and
file sizes cut out. Never raises anything but `RefusedError` and never warns: what lxml can read in any way is read.
"""

from __future__ import annotations

import re
import warnings
from html import unescape
from itertools import islice

from bs4 import BeautifulSoup
from bs4 import MarkupResemblesLocatorWarning
from bs4 import ParserRejectedMarkup
from bs4 import Tag
from bs4 import XMLParsedAsHTMLWarning
from bs4.element import NavigableString

from ingest.errors import RefusedError

_NAMES_WITHOUT_TEXT = (
    "audio button canvas datalist head iframe input map math nav noscript object option script select style svg template textarea"
    " video"
)
_NEVER_TEXT = frozenset(_NAMES_WITHOUT_TEXT.split())
_AROUND = frozenset(("aside", "footer", "header"))
_ROLES = frozenset(("banner", "complementary", "contentinfo", "menu", "menubar", "navigation", "search"))
_HIDDEN_CLASSES = frozenset(("mgFileSize", "mgFooter", "mgHelpLine", "mgHide", "sr-only", "visually-hidden"))
_SITE_CLASS = re.compile(r"(?:^|[ _-])(?:breadcrumbs?|cookies?|skip-?links?|skip-to-content)(?:$|[ _-])", re.IGNORECASE)
_KEPT_ACTION = re.compile(r"\s*Meeting of ")
_TITLE_CLASSES = frozenset(("mgAiTitleTxt", "mgSubTitleTxt"))
_ENTITY = re.compile(r"&#?\w+;")
_NEAR = 5
"""How many elements may stand between the words of a title and the element that is the title."""

MAX_DEPTH = 5_000
"""Real pages nest a hundred elements, broken ones some hundreds; much that is asked of an element takes time by its depth."""

_HOLDERS = ("#modgov", "main", "[role=main]", "body")
"""Where the content is, most certain first: ModernGov's own container, then what HTML says."""


def parsed(path: str, text: str) -> BeautifulSoup:
    """Parse HTML of any quality; raises `RefusedError` where lxml finds no document in it, or one nested beyond all bounds."""
    with warnings.catch_warnings():
        # Saved XHTML names itself XML, and a file may hold nothing but an address; both are read as they are.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        try:
            soup = BeautifulSoup(text, "lxml")
        except (ParserRejectedMarkup, ValueError) as error:
            raise RefusedError(path, f"is no web page that can be parsed ({error})", "save the page again") from error
    if _is_too_deep(soup):
        raise RefusedError(path, f"is a web page nested more than {MAX_DEPTH} deep", "save it again from a browser")
    return soup


def _is_too_deep(soup: BeautifulSoup) -> bool:
    path: list[Tag] = [soup]
    for tag in soup.find_all(True):
        while path[-1] is not tag.parent:
            path.pop()
        path.append(tag)
        if len(path) > MAX_DEPTH:
            return True
    return False


def content_of(soup: BeautifulSoup) -> Tag:
    """Return the element that holds the content, cleared of what belongs to the site; `soup` is changed by it."""
    found = (soup.select_one(holder) for holder in _HOLDERS)
    content: Tag = next((holder for holder in found if holder is not None), soup)
    for tag in content.find_all(_is_of_the_site):
        if not tag.decomposed:
            tag.decompose()
    _keep_meetings_of_action_lists(content)
    _decode_titles_again(content)
    return content


def _is_of_the_site(tag: Tag) -> bool:
    if tag.name in _NEVER_TEXT or tag.get("role") in _ROLES:
        return True
    if tag.name in _AROUND:
        return tag.parent is None or tag.parent.name != "article"  # the header of an article is its title
    classes = " ".join(tag.get("class") or ())
    if _HIDDEN_CLASSES.intersection(classes.split()):
        return True
    return tag.name != "body" and bool(_SITE_CLASS.search(classes) or _SITE_CLASS.search(str(tag.get("id") or "")))


def _keep_meetings_of_action_lists(content: Tag) -> None:
    """Cut ModernGov's lists of links, but for the one that says at which meeting an item was taken."""
    for action in content.select("ul.mgActionList > li"):
        if _KEPT_ACTION.match(action.get_text()):
            action.name = "p"
        else:
            action.decompose()


def _decode_titles_again(content: Tag) -> None:
    """Decode titles twice, as ModernGov encodes them twice: `Chair&amp;#39;s` is "Chair's"."""
    for words in content.find_all(string=_ENTITY):
        if any(_TITLE_CLASSES.intersection(tag.get("class") or ()) for tag in islice(words.parents, _NEAR)):
            words.replace_with(NavigableString(unescape(words)))
