"""What hand readers found in real files, and the command that scores the product against it.

The tables hold places and values, no text: ``chinese.tsv`` and ``foreign.tsv`` say what each document is,
``digests.tsv`` what the cases in some of them come to. What each field means and what supports it stands in
``docs/record.md``. ``python -m tests.truth [--field F] [--path P]`` prints every miss and the shares.

A document table has these columns. Several values in one are parted by ``;``. Empty: the text supports no value.
``?``: nobody read it, it does not count.

- ``path``: the file, below the folder of the corpora.
- ``kind``, ``title``, ``language``, ``jurisdiction``, ``region``, ``issuers``, ``document_number``, ``adopted``,
  ``promulgated``, ``effective``, ``repealed``, ``subjects``: as in the identity.
- ``amended``: the days of all amendments that the text tells of, oldest first.
- ``articles``, ``first``, ``last``: how many units by which one cites, the numbers of the first and the last.
- ``digests``: how many cases. ``items``: how many items of minutes.
- ``places``: some units with the number of their paragraphs and items, ``22:3:0``; a unit of one paragraph has 1.
  Where several units bear a number (annexes, supplementary provisions, the text in another language), the first.
- ``recitals``, ``footnotes``, ``annexes``, ``deleted``: how many of each; the last are articles of which the text
  keeps only the number. Only in ``foreign.tsv``.

``digests.tsv`` has ``path``, ``order`` (from 1), ``case_number``, ``court``, ``court_level``, ``date``,
``published``, ``parties``, ``subjects``, ``procedure``, ``keywords``, ``rules`` (``work#article``), and for
``issue``, ``holding``, ``reasoning`` and ``facts`` the span ``start-end`` in the source text.
"""
