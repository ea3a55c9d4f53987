/** What lists show where there is nothing to show. The panel's mends say it in words to screen readers. */
export const noValue = '–'
