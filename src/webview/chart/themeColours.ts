import { useEffect, useState } from 'preact/hooks';

/** Reads colours of the theme by the names of CSS variables, which may hold others: what a canvas can draw with. */
export function readColours<Name extends string>(names: readonly Name[]): Readonly<Record<Name, string>> {
  const probe = document.body.appendChild(document.createElement('span'));
  const colours = names.map((name) => {
    probe.style.color = `var(${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Record<Name, string>;
}

/** A number that changes when the theme does: VS Code writes its colours into the page's root and its kind into the body. */
export function useTheme(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const observer = new MutationObserver(() => setVersion((last) => last + 1));
    observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
    observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
    return () => observer.disconnect();
  }, []);
  return version;
}
