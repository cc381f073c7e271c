"""Whom does someone tell about a leak, or about a screen that cannot be used? A mail address or an https address; empty is none."""

from dekkend.config.settings.environment import text

SECURITY_CONTACT = text("DEKKEND_SECURITY_CONTACT")
ACCESSIBILITY_CONTACT = text("DEKKEND_ACCESSIBILITY_CONTACT")
