"""How a desk is run."""

from __future__ import annotations

from dataclasses import dataclass

UPLOAD_BYTES = 32_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """`lang`: the language ("ar", "en") of readers who have not chosen one. `accounts`: whether the desk asks who
    somebody is; without, whoever reaches it may do all. `host`: what it listens on; `address`: the one it has in
    public (https://desk.example.org), behind a proxy. `upload_bytes`: how much can be given to be read at once.
    `model`: whether names are found with the learned model too.
    """

    lang: str = "ar"
    accounts: bool = False
    host: str = "127.0.0.1"
    address: str | None = None
    upload_bytes: int = UPLOAD_BYTES
    model: bool = True

    @property
    def secure(self) -> bool:
        """Whether the desk is reached by https: then its cookies travel by nothing else."""
        return (self.address or "").startswith("https://")
