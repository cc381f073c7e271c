"""What is stored about people who log in, where they work, and attempts to log in?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str | None, password: str | None, **fields: Any) -> User:
        """Without a password the person can come in through a school login only."""
        user = self.model(email=self.normalize_email(email).lower() or None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """A person with a login. What someone may do stands in `organisations.Membership`, never here."""

    # Empty for someone who only ever comes in through a school login, which may keep the address to itself.
    email = models.EmailField("e-mailadres", max_length=254, unique=True, null=True, blank=True)
    name = models.CharField("naam", max_length=200)
    is_active = models.BooleanField("mag inloggen", default=True)
    joined_at = models.DateTimeField("aangemaakt op", auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="one_user_per_email"),)

    def __str__(self) -> str:
        return self.name


class Employment(models.Model):
    """A school login proved that this person works at the school or site with this BRIN. It gives no role by itself."""

    user = models.ForeignKey(User, models.CASCADE, related_name="employments")
    brin = models.CharField("BRIN", max_length=6)
    confirmed_at = models.DateTimeField("bevestigd op")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "brin"), name="one_employment_per_school"),)

    def __str__(self) -> str:
        return f"{self.user} ({self.brin})"


class CacheEntry(models.Model):
    """One counter of attempts, or one code that was used. Django's cache in the database writes and reads these rows.

    `cache_key` is a hash of address and account, so that the table names nobody; a row counts until `expires`.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.cache_key[:8]} {self.expires:%Y-%m-%d %H:%M}"
