"""The command that works out the digest of every edition again."""

from django.core.management.base import BaseCommand, CommandError

from guidelines import integrity


class Command(BaseCommand):
    """Say of each edition whether it is what was frozen and approved."""

    help = "Works out the digest of every edition again and names those that were altered; exits 1 if there are any."

    def handle(self, **_):
        """Print a line for each edition; raise CommandError where one was altered."""
        altered = []
        for one in integrity.examined():
            name = f"{one.slug} edition {one.number}"
            if one.altered:
                altered.append(name)
                self.stdout.write(f"{name}: ALTERED: {'; '.join(one.altered)}.")
            else:
                self.stdout.write(f"{name}: as frozen, SHA-256 {one.sha256}.")
        if altered:
            raise CommandError(f"Altered after they were frozen: {', '.join(altered)}.", returncode=1)
