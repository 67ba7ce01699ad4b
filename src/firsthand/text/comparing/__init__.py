"""Two statements laid side by side: what a small trained model says of them, what their words show, and a judge.

`compare` asks the model alone; `relation` weighs it with the evidence of the words, and says why.
"""

from .compare import CONTRADICTS, ENTAILS, SAME, Comparison, compare
from .relation import AGAINST, LIKE, Relation, relation

__all__ = ["AGAINST", "CONTRADICTS", "ENTAILS", "LIKE", "SAME", "Comparison", "Relation", "compare", "relation"]
