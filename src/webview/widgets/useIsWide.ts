import { useEffect, useMemo, useState } from 'preact/hooks';

/** Whether the page is at least so wide, in CSS pixels, now and after every change of its size. */
export function useIsWide(minWidthPx: number): boolean {
  const media = useMemo(() => window.matchMedia(`(min-width: ${minWidthPx}px)`), [minWidthPx]);
  const [isWide, setIsWide] = useState(media.matches);
  useEffect(() => {
    const look = () => setIsWide(media.matches);
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [media]);
  return isWide;
}
