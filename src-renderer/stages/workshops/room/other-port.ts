const highestPort = 65_535;

/** The port to try after one that is taken. */
export function otherPort(port: number): number {
  return port >= highestPort ? 8_081 : port + 1;
}
