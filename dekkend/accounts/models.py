"""What is stored about people who log in, and about attempts to do so?"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None, **fields: Any) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, email: str | None) -> User:
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    """A person with a login. What someone may do stands in `organisations.Membership`, never here."""

    email = models.EmailField("e-mailadres", max_length=254, unique=True)
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


class LoginFailure(models.Model):
    """One failed attempt. `key` is a hash of address and account, so that the table names nobody; kept one day."""

    key = models.CharField(max_length=64, db_index=True)
    failed_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:8]} {self.failed_at:%Y-%m-%d %H:%M}"
