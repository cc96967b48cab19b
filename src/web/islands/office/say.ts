/** How long a short message stays, ms: long enough to be read twice. */
const STAYS = 8000;

/** One line at the foot of the screen, told to screen readers too, gone by itself. */
export function say(text: string): void {
  const place = document.getElementById('flash');
  if (place === null) return;
  for (const old of place.querySelectorAll('.gk-toast--pop')) old.remove();
  const line = document.createElement('div');
  line.className = 'gk-toast gk-toast--pop';
  line.textContent = text;
  place.append(line);
  setTimeout(() => line.remove(), STAYS);
}
