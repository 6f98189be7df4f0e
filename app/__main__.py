"""``python -m app`` is the command ``zhiku``."""

from app.cli import main

if __name__ == "__main__":
    main()
