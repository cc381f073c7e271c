"""Which pictures of streets lie under the map of a region? None, unless the installation chooses a server: no internet is needed."""

from urllib.parse import urlsplit

from dekkend.config.settings.environment import text
from dekkend.kernel.settings import WrongSetting

# An address with {z}, {x} and {y}; and the words that its owner asks to stand beside it, as plain text.
MAP_TILES = text("DEKKEND_MAP_TILES")
MAP_ATTRIBUTION = text("DEKKEND_MAP_ATTRIBUTION")


def tile_host(address: str) -> str:
    """The host that browsers may fetch tiles from. Raises WrongSetting for an address that cannot be one."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or not all(mark in address for mark in ("{z}", "{x}", "{y}")):
        raise WrongSetting("DEKKEND_MAP_TILES moet een https-adres zijn met {z}, {x} en {y} erin.")
    return f"https://{parts.netloc}"


MAP_TILE_HOSTS = [tile_host(MAP_TILES)] if MAP_TILES else []
