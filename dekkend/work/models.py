"""What is stored about the workers? The jobs themselves are rows of django-tasks-db."""

from __future__ import annotations

from django.db import models


class WorkerSign(models.Model):
    """The last sign of life of one worker thread. `worker` is its own random name; `machine` that of its computer or container."""

    worker = models.CharField(max_length=64, unique=True)
    machine = models.CharField("machine", max_length=100)
    started_at = models.DateTimeField("begonnen om")
    seen_at = models.DateTimeField("laatst gezien om", db_index=True)

    def __str__(self) -> str:
        return f"{self.machine} {self.worker[:6]}"
