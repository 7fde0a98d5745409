"""The alias of a recommendation that its source gives no number: it is known again by State, review and wording."""

from hashlib import blake2b

KIND = "text"


def text_alias(state_iso3: str, review: str, text: str) -> tuple[str, str]:
    """Kind and value of the alias; `review` is whatever tells the reviews of a State apart in the source."""
    said = f"{state_iso3} {review} {text.casefold()}"
    return KIND, blake2b(said.encode(errors="surrogatepass"), digest_size=10).hexdigest()
