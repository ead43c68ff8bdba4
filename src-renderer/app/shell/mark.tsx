/** The application's mark: three areas of a city meeting, one of them in light. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <path d="M16 2 28 8v9L16 16Z" fill="#6cc5c6" />
      <path d="M16 2 4 8v9l12-1Z" fill="#2f8890" />
      <path d="M4 17c0 7 5 11 12 13 7-2 12-6 12-13l-12-1Z" fill="#f2b84b" />
    </svg>
  );
}
