/** A codicon. What it means always stands beside it or in `name`. */
export function Icon({
  icon,
  name,
  tone,
}: {
  readonly icon: string;
  readonly name?: string;
  readonly tone?: string;
}) {
  const classes = `codicon codicon-${icon}${tone ? ` tone-${tone}` : ''}`;
  return name ? (
    <span class={classes} role="img" aria-label={name} title={name} />
  ) : (
    <span class={classes} aria-hidden="true" />
  );
}

/** A button that shows only a codicon. */
export function IconButton({
  icon,
  name,
  onClick,
}: {
  readonly icon: string;
  readonly name: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onClick}>
      <Icon icon={icon} />
    </button>
  );
}
