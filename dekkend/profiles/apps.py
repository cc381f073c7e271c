"""Which Django application is this? The support offer of a site for a school year."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "dekkend.profiles"

    def ready(self) -> None:
        from dekkend.profiles.gateways.templates import overlays_from
        from dekkend.profiles.queries.region_form import overlay_named

        overlays_from(overlay_named)
