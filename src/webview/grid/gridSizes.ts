/** How high a row of the grid is, in CSS pixels, as the styles have it. */
export const ROW_HEIGHT = 22;
/** How high the head of the grid is, in CSS pixels, as the styles have it. */
export const HEAD_HEIGHT = 24;
