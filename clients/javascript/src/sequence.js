/**
 * True when a state that is complete up to `id` includes the change `wanted`. Both are
 * `epoch.sequence`. An id of another run of the hub says nothing about this one, so there is
 * nothing to wait for.
 */
export function includes(id, wanted) {
  if (id === null) {
    return false;
  }
  const [epoch, sequence] = split(id);
  const [wantedEpoch, wantedSequence] = split(wanted);
  return epoch !== wantedEpoch || sequence >= wantedSequence;
}

function split(id) {
  const dot = id.lastIndexOf(".");
  return [id.slice(0, dot), Number(id.slice(dot + 1))];
}
