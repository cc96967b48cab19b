/** Menus of `details` shut when something else is pressed, and by Escape, as menus do. */
export function menus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>('details.gk-drop-menu[open]');
  document.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector('summary')!.focus();
    }
  });
}
