package cutscore.server.web;

import java.util.Comparator;
import java.util.List;

/**
 * What is the same on every page.
 *
 * @param rooms all navigation, of all modules
 * @param demo whether everything here is invented
 * @param assets stylesheet and icon
 */
record Shell(List<Room> rooms, boolean demo, Assets assets) {

    Shell {
        rooms = rooms.stream().sorted(Comparator.comparingInt(Room::order)).toList();
    }

    List<Room> rooms(Room.Bar bar) {
        return rooms.stream().filter(room -> room.where() == bar).toList();
    }
}
