"""What `benches/compare` and `benches/linear` share: the archive read, other tools' sites, measuring."""
import sys

sys.dont_write_bytecode = True
