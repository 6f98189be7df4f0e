"""Services of the tests of engines."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.index.contract")
