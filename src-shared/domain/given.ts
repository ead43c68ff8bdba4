/** A patch without the fields that are there but undefined: a field that is not given stays as it was. */
export function given<Patch extends object>(patch: Patch): Patch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Patch;
}
