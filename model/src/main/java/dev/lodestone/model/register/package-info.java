/**
 * What is known apart from trade statistics, one row a fact, each with its source: economies, groups, commodity codes by stage,
 * commitments, events, production, projects, reserves, exchange rates. Entry point: {@link dev.lodestone.model.register.Registers}.
 */
package dev.lodestone.model.register;
