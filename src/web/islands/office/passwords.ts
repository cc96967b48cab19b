/** 显示 and 隐藏 of what is typed into a password. */
export function showPasswords(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-show-password]')) {
    const field = document.getElementById(button.dataset.showPassword ?? '') as HTMLInputElement | null;
    if (field === null) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      const shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      button.textContent = shown ? '显示' : '隐藏';
      button.setAttribute('aria-pressed', String(!shown));
      field.focus();
    });
    field.form?.addEventListener('submit', () => {
      field.type = 'password';
    });
  }
}
