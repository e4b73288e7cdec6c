/**
 * Meetings: who takes part, what they promised since they last met, what has changed, what to ask them. Entry points:
 * {@link dev.lodestone.model.meeting.Meetings} for the register's meetings, {@link dev.lodestone.model.meeting.Agenda} for one of them.
 */
package dev.lodestone.model.meeting;
