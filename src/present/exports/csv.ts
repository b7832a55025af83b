/**
 * Lines of comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula is made a text,
 * since it comes from the repository.
 */
export function csvText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map(cells => cells.map(cell).join(',')).join('\n');
}

function cell(value: string): string {
  const text = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
