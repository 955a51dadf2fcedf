"""Reachability on rows of bits."""

import numba as nb
import numpy as np
import numpy.typing as npt


@nb.njit(cache=True, nogil=True)
def close(bits: npt.NDArray[np.uint64]) -> None:
    """Turn steps into reachability in place; bits is (from, word), bit k of the row: a step to state k.

    Warshall (1962), *J. ACM* 9, 11: states are let in one by one as places to pass through.
    """
    for through in range(len(bits)):
        word, bit = through // 64, np.uint64(1) << np.uint64(through % 64)
        for start in range(len(bits)):
            if bits[start, word] & bit:
                for place in range(bits.shape[1]):
                    bits[start, place] |= bits[through, place]
