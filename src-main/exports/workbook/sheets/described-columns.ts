export const describedColumns = [] as const satisfies readonly string[];
