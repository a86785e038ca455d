/** 会商: how many units are called to a meeting besides the one that calls it. */
export const mostConvened = 8;

/** How often units are called together at a step: by its owner, and as often for the bureau. */
export const mostMeetings = 2;

/** How many meetings a step can have. */
export const mostMeetingsAtStep = 2 * mostMeetings;
